// The Azure Bot through which Teams speaks with the server, which is the bot by its managed identity: there is no secret.

@description('Name of the bot, unique in the world.')
@minLength(4)
@maxLength(42)
param name string

@description('westeurope keeps the bot\'s data in the European Union.')
param location string

@description('Resource id of the server\'s identity. Empty on a developer\'s machine, which has none: a single-tenant app.')
param identityId string = ''

@description('Client id of the identity or app: BOT_ID.')
param clientId string

@description('The county\'s tenant.')
param tenantId string

@description('Where Teams posts turns.')
param endpoint string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: location
  kind: 'azurebot'
  sku: {
    name: 'S1'
  }
  properties: {
    displayName: name
    endpoint: endpoint
    msaAppType: empty(identityId) ? 'SingleTenant' : 'UserAssignedMSI'
    msaAppId: clientId
    msaAppTenantId: tenantId
    msaAppMSIResourceId: empty(identityId) ? null : identityId
    // no Direct Line and no keys: Teams only
    disableLocalAuth: true
    isStreamingSupported: false
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: location
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      acceptedTerms: true
      enableCalling: false
    }
  }
}
