// The running server: its settings, its instances, and how one of them begins and ends.

@description('Name of the app; the first part of its host name.')
@minLength(2)
@maxLength(32)
param name string

@description('Azure region.')
param location string

@description('Resource id of the Container Apps environment.')
param environmentId string

@description('Resource id of the server\'s identity.')
param identityId string

@description('Host that the image is pulled from.')
param registryServer string

@description('The image, such as line:0.1.0.')
param image string

@description('Instances that always run.')
@minValue(2)
param minInstances int

@description('Instances at most.')
@minValue(2)
param maxInstances int

@description('PUBLIC_URL.')
param publicUrl string

@description('The county\'s own host name; empty for Azure\'s.')
param ownHost string

@description('With ownHost: its certificate in the environment.')
param certificateId string

@description('BOT_ID: the identity\'s client id.')
param botId string

@description('BOT_TENANT_ID.')
param tenantId string

@description('TABLES_ENDPOINT.')
param tablesEndpoint string

@description('Address of the vault, with a slash at its end.')
param vaultUri string

@description('COUNTY_FILE.')
param countyFile string

@description('FIRST_SUPERVISOR.')
param firstSupervisor string

@description('TAB_CLIENT_ID.')
param tabClientId string

@description('TEAMS_APP_ID.')
param teamsAppId string

@description('DIRECTORY_CLIENT_ID; empty for no directory.')
param directoryClientId string

var port = 3978
var hasDirectory = !empty(directoryClientId)

// The settings that move the trust root (bot/settings.ts) are never among these.
var settings = [
  {
    name: 'PORT'
    value: string(port)
  }
  {
    name: 'PUBLIC_URL'
    value: publicUrl
  }
  {
    name: 'BOT_ID'
    value: botId
  }
  {
    name: 'BOT_TYPE'
    value: 'UserAssignedMsi'
  }
  {
    name: 'BOT_TENANT_ID'
    value: tenantId
  }
  {
    name: 'TABLES_ENDPOINT'
    value: tablesEndpoint
  }
  {
    name: 'COUNTY_FILE'
    value: countyFile
  }
  {
    name: 'DATA_KEYS'
    secretRef: 'data-keys'
  }
  {
    name: 'FIRST_SUPERVISOR'
    value: firstSupervisor
  }
  {
    name: 'TAB_CLIENT_ID'
    value: tabClientId
  }
  {
    name: 'TEAMS_APP_ID'
    value: teamsAppId
  }
  {
    // the SDK would try seven ways to a token; this is the only one there is here, and the only one we mean
    name: 'AZURE_TOKEN_CREDENTIALS'
    value: 'ManagedIdentityCredential'
  }
]

var directorySettings = [
  {
    name: 'DIRECTORY_CLIENT_ID'
    value: directoryClientId
  }
  {
    name: 'DIRECTORY_CLIENT_SECRET'
    secretRef: 'directory-client-secret'
  }
]

// Without a version: Azure takes a new one into use within half an hour and starts the instances again.
var secretNames = hasDirectory ? [ 'data-keys', 'directory-client-secret' ] : [ 'data-keys' ]

resource server 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      // a new revision gets the traffic when its instances are ready, and only then the old ones are told to stop
      activeRevisionsMode: 'Single'
      maxInactiveRevisions: 5
      ingress: {
        external: true
        targetPort: port
        transport: 'http'
        allowInsecure: false
        // Azure refuses a host with an empty certificate, and the deployment with it; a host that is left out here is
        // taken off the server, even if it was bound by hand
        customDomains: empty(ownHost) || empty(certificateId)
          ? null
          : [
              {
                name: ownHost
                certificateId: certificateId
                bindingType: 'SniEnabled'
              }
            ]
      }
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
      secrets: [
        for secretName in secretNames: {
          name: secretName
          keyVaultUrl: '${vaultUri}secrets/${secretName}'
          identity: identityId
        }
      ]
    }
    template: {
      // longer than the server's own longest stop (bot/index.ts)
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'line'
          image: '${registryServer}/${image}'
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: concat(settings, hasDirectory ? directorySettings : [])
          probes: [
            {
              // up to two minutes to begin; that its tables don't let it in yet is no reason to be started again
              type: 'Startup'
              httpGet: {
                path: '/health'
                port: port
              }
              periodSeconds: 3
              timeoutSeconds: 3
              failureThreshold: 40
            }
            {
              // no turns while the tables don't answer: a question that can't be kept must not be taken
              type: 'Readiness'
              httpGet: {
                path: '/ready'
                port: port
              }
              periodSeconds: 10
              timeoutSeconds: 10
              failureThreshold: 2
            }
            {
              // alive is less than ready: a new start mends a hung process, but no outage of the tables
              type: 'Liveness'
              httpGet: {
                path: '/health'
                port: port
              }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 6
            }
          ]
        }
      ]
      scale: {
        minReplicas: minInstances
        maxReplicas: maxInstances
        rules: [
          {
            name: 'turns'
            http: {
              metadata: {
                concurrentRequests: '40'
              }
            }
          }
        ]
      }
    }
  }
}

@description('Resource id of the server.')
output serverId string = server.id
