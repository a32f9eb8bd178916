// For developers: the Azure Bot that brings turns from a real Teams to their own machine (m365agents.local.yml).

targetScope = 'resourceGroup'

@description('Short name: lower-case letters and digits.')
@minLength(3)
@maxLength(10)
param name string

@description('Client id of the bot\'s Entra app.')
@minLength(36)
@maxLength(36)
param botId string

@description('The tunnel\'s https address.')
@minLength(9)
param publicUrl string

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: '${name}-local-${uniqueString(resourceGroup().id, botId)}'
    location: 'westeurope'
    clientId: botId
    tenantId: tenant().tenantId
    endpoint: '${publicUrl}/api/messages'
  }
}
